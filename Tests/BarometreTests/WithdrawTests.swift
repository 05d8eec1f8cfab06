import FoundationEssentials
import PseudoTerminals
import Testing
import Vaults

/// R04, R11: what is erased, because a person asks or its time has come.
@Suite struct WithdrawTests {
  let laptop: Laptop
  private static let canary = "Canari-sur-Marne"

  init() throws { laptop = try Laptop() }

  /// Keys an interview to its summary in line mode and finishes it; gives its code.
  private func finish() throws -> String {
    try laptop.write(
      """
      {"format": 1, "id": "essai", "version": "1", "title": "Essai", "languages": ["fr"],
       "interview_label": "${commune}",
       "items": [{"type": "text", "name": "commune", "label": "Commune"}]}
      """, to: "essai.json")
    let run = try laptop.run(
      ["fill", "\(laptop.folder)/essai.json", "--linear", "--lang", "fr"],
      input: "\(Self.canary)\n2\n:q\n")
    #expect(run.ending == .exited(0))
    let said = "Code de retrait, pour la personne : "
    let codes = run.output.components(separatedBy: said).dropFirst().map { String($0.prefix(12)) }
    // On the summary, and again once finished.
    #expect(codes.count == 2 && Set(codes).count == 1, "\(run.output)")
    return try #require(codes.first)
  }

  private func withdraw(_ code: String, _ lang: String = "fr") throws -> PipedProgram {
    try laptop.run(["withdraw", code, "--lang", lang])
  }

  @Test func `the code shown at the end takes the interview away, and names its exports`() throws {
    let code = try finish()
    let id = try laptop.interview()
    _ = try laptop.export()
    let export = #"{"at":"2018-06-12T09:03:11+02:00","place":"/usb/juin","ids":["\#(id)"]}"#
    let other = #"{"at":"2018-06-13T09:03:11+02:00","place":"/usb/autre","ids":["x"]}"#
    try laptop.write("\(export)\n\(other)\n", to: "data/exports.jsonl")
    let run = try withdraw(code.lowercased().replacing("-", with: " "))
    #expect(run.ending == .exited(0) && run.complaints == "")
    #expect(run.output.hasPrefix("Entretien retiré\u{A0}: réponses"))
    #expect(run.output.contains("  2018-06-12 09:03  /usb/juin\n"))
    #expect(!run.output.contains("/usb/autre"))
    #expect(try laptop.interviews() == [])
    let again = try withdraw(code, "en")
    #expect(again.ending == .exited(0))
    #expect(again.output.hasPrefix("Already withdrawn, "))
    #expect(again.output.contains("/usb/juin"))
  }

  @Test func `a slip in the code is told apart from a code nothing has`() throws {
    _ = try finish()
    let slip = try withdraw("2222-2222-23")
    #expect(slip.ending == .exited(64) && slip.output == "")
    #expect(slip.complaints.contains("«\u{A0}2222-2222-23\u{A0}» n’est pas un code"))
    let unknown = try withdraw("2222-2222-22", "en")
    #expect(unknown.ending == .exited(1) && unknown.output == "")
    #expect(unknown.complaints.contains("no interview under the code 2222-2222-22"))
    #expect(try laptop.interviews().count == 1)
  }

  /// Two sealed interviews whose texts are overdue, and nothing else of them.
  private func sealOverdueTexts(_ passphrase: String) throws -> AssociationKey {
    try laptop.write(
      """
      {"format": 1, "id": "essai", "version": "1", "title": "Essai", "languages": ["fr"],
       "interview_label": "${commune}", "retention": {"free_text": 36},
       "items": [
        {"type": "text", "name": "commune", "label": "Commune", "personal": "indirect"},
        {"type": "text", "name": "avis", "label": "Avis", "personal": "free_text"}]}
      """, to: "essai.json")
    try laptop.write("_id,commune,avis\na,Ypres,\(Self.canary)\nb,Ath,oui\n", to: "interviews.csv")
    let association = AssociationKey.draw()
    let vault = try Vault.make(for: association.publicKey, passphrase: passphrase, .ofTests).0
    try FileManager.default.createDirectory(
      atPath: laptop.data, withIntermediateDirectories: false)
    try laptop.write(String(decoding: vault.file, as: UTF8.self), to: "data/vault.json")
    let brought = try laptop.run(
      [
        "import", "\(laptop.folder)/interviews.csv", "--questionnaire",
        "\(laptop.folder)/essai.json", "--started", "2015-06-12",
      ], input: "\(passphrase)\n")
    #expect(brought.ending == .exited(0))
    return association
  }

  @Test(arguments: [true, false])
  func `R11: sealed interviews keep their overdue texts until a key is given, and it is said`(
    isByPassphrase: Bool
  ) throws {
    let passphrase = "quatre mots tirés au sort"
    let association = try sealOverdueTexts(passphrase)
    try laptop.write(String(decoding: association.file, as: UTF8.self), to: "secret.json")
    let listed = try laptop.run(["purge", "--lang", "en"])
    #expect(listed.ending == .exited(0))
    #expect(listed.output.contains("2 of these interviews are sealed: their texts only go with a"))
    let kept = try laptop.run(["purge", "--confirm", "--lang", "fr"], input: "autre phrase\n")
    #expect(kept.ending == .exited(1) && kept.output.hasPrefix("Rien n’a été effacé, le "))
    #expect(kept.complaints.contains("2 entretiens scellés gardent leurs textes échus"))
    #expect(kept.complaints.contains("--key FICHIER"))
    let done = try laptop.run(
      ["purge", "--confirm", "--lang", "en"]
        + (isByPassphrase ? [] : ["--key", "\(laptop.folder)/secret.json"]),
      input: isByPassphrase ? "\(passphrase)\n" : "")
    #expect(done.ending == .exited(0) && done.output.hasPrefix("Removed, "))
    let again = try laptop.run(["purge", "--lang", "en"])
    #expect(again.output.hasPrefix("Nothing is overdue, ") && again.complaints == "")
    let id = try #require(try laptop.interviews().first)
    let shown = try laptop.run(
      ["show", id, "--key", "\(laptop.folder)/secret.json", "--lang", "fr"])
    #expect(shown.ending == .exited(0) && !shown.output.contains(Self.canary))
  }

  @Test func `R11: home warns of what is overdue; purge lists it, then removes it`() throws {
    try laptop.write(
      """
      {"format": 1, "id": "essai", "version": "1", "title": "Essai", "languages": ["fr"],
       "interview_label": "${commune}", "retention": {"indirect": 36},
       "items": [
        {"type": "text", "name": "commune", "label": "Commune", "personal": "indirect"}]}
      """, to: "essai.json")
    try laptop.write("_id,commune\na,\(Self.canary)\n", to: "interviews.csv")
    let brought = try laptop.run([
      "import", "\(laptop.folder)/interviews.csv", "--questionnaire",
      "\(laptop.folder)/essai.json", "--started", "2015-06-12",
    ])
    #expect(brought.ending == .exited(0))
    let home = { try laptop.run(["home", "--linear", "--lang", "fr"], input: ":q\n").output }
    #expect(try home().contains("1 entretien garde des données échues"))
    let listed = try laptop.run(["purge", "--lang", "fr"])
    #expect(listed.output.contains("2018-06-12") && listed.output.contains("Rien n’a été effacé."))
    #expect(try home().contains(Self.canary))
    let done = try laptop.run(["purge", "--confirm", "--lang", "fr"])
    #expect(done.ending == .exited(0) && done.output.hasPrefix("Effacé le "))
    #expect(try !home().contains("échues") && !home().contains(Self.canary))
  }
}
