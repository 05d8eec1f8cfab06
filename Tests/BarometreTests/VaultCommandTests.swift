import FoundationEssentials
import Glibc
import PseudoTerminals
import Testing
import Vaults

/// R06: a laptop's vault, from setting it up to leaving that laptop: each command, tried.
@Suite struct VaultCommandTests {
  let laptop: Laptop
  private static let (commune, address) = ("Canari-en-Quercy", "canari@exemple.fr")
  private static let passphrase = "quatre mots tirés au sort"

  init() throws {
    laptop = try Laptop()
    try laptop.write(
      """
      {"format": 1, "id": "essai", "version": "1", "title": "Essai", "languages": ["fr"],
       "interview_label": "${commune}",
       "items": [
        {"type": "text", "name": "commune", "label": "Commune"},
        {"type": "text", "name": "courriel", "label": "Courriel", "personal": "direct"}]}
      """, to: "essai.json")
  }

  /// An interview finished in line mode, what is typed before it included.
  private func fill(_ typed: [String] = []) throws -> PipedProgram {
    try laptop.run(
      ["fill", "\(laptop.folder)/essai.json", "--linear", "--lang", "fr"],
      input: (typed + [Self.commune, Self.address, "2", ":q"]).joined(separator: "\n") + "\n")
  }

  /// A vault whose passphrase is quick to try, for this laptop; and the association's key.
  private func makeVault() throws -> (secret: String, vault: Vault) {
    let association = AssociationKey.draw()
    let (vault, _) = try Vault.make(
      for: association.publicKey, passphrase: Self.passphrase, .ofTests)
    try FileManager.default.createDirectory(
      atPath: laptop.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
    )
    try Data(vault.file).write(to: URL(filePath: "\(laptop.data)/vault.json"))
    try Data(association.file).write(to: URL(filePath: "\(laptop.folder)/secret.json"))
    return ("\(laptop.folder)/secret.json", vault)
  }

  private func run(_ words: String..., typing lines: [String] = []) throws -> PipedProgram {
    try laptop.run(
      words + ["--lang", "fr"], input: lines.map { $0 + "\n" }.joined())
  }

  private func expectNothingReadable(in folder: String) throws {
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
      let text = String(decoding: bytes, as: UTF8.self)
      for canary in [Self.commune, Self.address, Self.passphrase] {
        #expect(!text.contains(canary), "\(name)")
      }
    }
  }

  @Test func `R06: setting up seals what is there, and the association's key reads it`() throws {
    #expect(try run("vault").output.hasPrefix("Cet ordinateur ne chiffre pas."))
    _ = try fill()
    let damaged = "data/interviews/\(try laptop.interview())/journal.damaged-1.jsonl"
    try laptop.write("\(Self.commune), abîmé\n", to: damaged)
    let keys = "\(laptop.folder)/cle"
    #expect(try run("vault", "keys", "--to", keys).ending == .exited(0))
    let half = try run("vault", "setup", "\(keys)/association-secret.json")
    #expect(half.ending == .exited(65) && half.complaints.contains("moitié secrète"))
    let short = try run("vault", "setup", "\(keys)/association-public.json", typing: ["court"])
    #expect(short.ending == .exited(64) && short.complaints.contains("15 caractères ou plus"))
    let setup = try run(
      "vault", "setup", "\(keys)/association-public.json",
      typing: [Self.passphrase, Self.passphrase])
    #expect(setup.ending == .exited(0) && setup.output.hasPrefix("1 entretien scellé."))
    let status = "Entretiens scellés\u{A0}: 1\u{A0}; lisibles par qui a le disque\u{A0}: 0."
    #expect(try run("vault").output.contains(status))
    try expectNothingReadable(in: laptop.data)
    let list = try run("list")
    #expect(list.ending == .exited(0) && list.output.contains("scellé "))
    let closed = try run("export", "--to", "\(laptop.folder)/e")
    #expect(closed.ending == .exited(1))
    #expect(closed.complaints.contains("1 entretien scellé n’a pas été lu"))
    let key = ["--key", "\(keys)/association-secret.json"]
    let files = try laptop.export(key[0], key[1])
    #expect(files["interviews.csv"]?.contains(Self.commune) == true)
    let contacts = try run(
      "contacts", "export", "--to", "\(laptop.folder)/c", key[0], key[1])
    #expect(contacts.output.hasPrefix("Coordonnées de 1 personne"))
    let shown = try run("show", try laptop.interview(), "--contacts", key[0], key[1])
    #expect(shown.output.contains(Self.commune) && shown.output.contains(Self.address))
    let opened = try run(
      "show", try laptop.interview(), "--file", "journal.damaged-1.jsonl", key[0], key[1])
    #expect(opened.output == "\(Self.commune), abîmé\n")
  }

  @Test func `a wrong passphrase opens nothing, and says how many stay sealed`() throws {
    _ = try makeVault()
    #expect(try fill([Self.passphrase]).ending == .exited(0))
    try expectNothingReadable(in: laptop.data)
    let wrong = try fill(["quatre mots au hasard"])
    #expect(wrong.ending == .exited(65))
    #expect(wrong.complaints.contains("ce n’est pas la phrase de passe"))
    #expect(wrong.complaints.contains("1 entretien reste scellé"))
    #expect(try laptop.interviews().count == 1)
    let none = try laptop.run(["home", "--linear", "--lang", "fr"], input: "")
    #expect(none.ending == .exited(65))
    let home = try laptop.run(
      ["home", "--linear", "--lang", "fr"], input: "\(Self.passphrase)\n:q\n")
    #expect(home.output.contains(Self.commune))
    #expect(home.output.contains("Réponses chiffrées sur ce disque."))
    var bytes = Array(try laptop.text(at: "data/vault.json").utf8)
    bytes[120] ^= 1
    try laptop.write(String(decoding: bytes, as: UTF8.self), to: "data/vault.json")
    let damaged = try fill([Self.passphrase])
    #expect(damaged.ending == .exited(65) && damaged.complaints.contains("abîmé ou modifié"))
  }

  @Test func `a passphrase is changed, then lost, then replaced by the association's key`() throws {
    let (secret, _) = try makeVault()
    _ = try fill([Self.passphrase])
    let (second, third) = ("une deuxième phrase de passe", "une troisième phrase de passe")
    let changed = try run("vault", "passphrase", typing: [Self.passphrase, second, second])
    #expect(changed.ending == .exited(0) && changed.output.contains("a changé"))
    let old = try run("vault", "passphrase", typing: [Self.passphrase, third, third])
    #expect(old.ending == .exited(65))
    #expect(old.complaints.contains("vault passphrase --key FICHIER"))
    let other = AssociationKey.draw()
    try Data(other.file).write(to: URL(filePath: "\(laptop.folder)/other.json"))
    let foreign = try run(
      "vault", "passphrase", "--key", "\(laptop.folder)/other.json", typing: [third, third])
    #expect(foreign.ending == .exited(65))
    #expect(foreign.complaints.contains("c’est la clé \(other.publicKey.id)\u{A0}; il faut la clé"))
    let lost = try run("vault", "passphrase", "--key", secret, typing: [third, third])
    #expect(lost.ending == .exited(0))
    let home = try laptop.run(["home", "--linear", "--lang", "fr"], input: "\(third)\n:q\n")
    #expect(home.output.contains(Self.commune))
  }

  @Test func `another laptop takes over the key and the interviews of an old one`() throws {
    _ = try makeVault()
    _ = try fill([Self.passphrase])
    let new = try Laptop()
    let french = ["--lang", "fr"]
    let wrong = try new.run(
      ["vault", "adopt", laptop.data] + french, input: "autre phrase fausse\n")
    #expect(wrong.ending == .exited(65) && !FileManager.default.fileExists(atPath: new.data))
    let adopted = try new.run(
      ["vault", "adopt", laptop.data] + french, input: "\(Self.passphrase)\n")
    #expect(adopted.ending == .exited(0) && adopted.output.contains("merge \(laptop.data)"))
    #expect(try new.run(["merge", laptop.data] + french).ending == .exited(0))
    try expectNothingReadable(in: new.data)
    let home = try new.run(["home", "--linear"] + french, input: "\(Self.passphrase)\n:q\n")
    #expect(home.output.contains(Self.commune))
    try FileManager.default.removeItem(atPath: "\(laptop.data)/vault.json")
    _ = try makeVault()
    let own = try new.run(["vault", "adopt", laptop.data] + french, input: "\(Self.passphrase)\n")
    #expect(own.ending == .exited(1) && own.complaints.contains("sa propre clé"))
  }

  @Test func `on a terminal the passphrase is not shown, and Ctrl-C gives the terminal back`()
    throws
  {
    _ = try makeVault()
    _ = try fill([Self.passphrase])
    var terminal = try laptop.start(["home", "--lang", "fr"])
    try terminal.waitFor(text: "Phrase de passe")
    try terminal.send("secret" + Keys.control("c"))
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(!terminal.screen.text.contains("secret"))
    terminal = try laptop.start(["home", "--lang", "fr"])
    try terminal.waitFor(text: "Phrase de passe")
    try terminal.send("faux\n")
    try terminal.waitFor("the question again") { screen in
      screen.text.components(separatedBy: "Phrase de passe").count > 2
    }
    try terminal.send(Self.passphrase + "\n")
    try terminal.waitFor(text: "Réponses chiffrées sur ce disque.")
    #expect(terminal.screen.text.contains(Self.commune))
    try terminal.send(Keys.control("q"))
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
