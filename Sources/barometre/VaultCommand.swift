import Archives
import ArgumentParser
import Formulas
import Glibc
import Records
import Vaults

/// Interviews sealed on this laptop: whether they are, and all that has to do with keys.
struct VaultCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vault",
    abstract: "Encrypt the interviews of this laptop. Chiffrer les entretiens.",
    subcommands: [
      VaultStatus.self, VaultKeys.self, VaultSetUp.self, VaultPassphrase.self, VaultAdopt.self,
    ],
    defaultSubcommand: VaultStatus.self)
}

/// Whether this laptop seals its interviews.
struct VaultStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Whether interviews are encrypted. Dire ce qui est chiffré.")

  @OptionGroup var vault: VaultOptions

  func run() throws {
    let archive = vault.places.archive
    let found = try Unlocking.vault(of: archive, vault.language)
    do throws(FileFailure) {
      let counts = try archive.sealedCounts()
      Output.say(vault.words.status(found?.association.id, counts) + "\n")
    } catch {
      throw Exit.with(error, in: vault.language)
    }
  }
}

/// The association's key, drawn once.
struct VaultKeys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Draw the association's key, in two halves. Tirer la clé de l’association.")

  @OptionGroup var vault: VaultOptions

  @Option(help: "Folder to make. Dossier à créer.")
  var to: String

  func run() throws {
    let key = AssociationKey.draw()
    do throws(FileFailure) {
      let folder = try Placing(at: Places.absolute(to)).begin(.keep)
      try folder.append(key.file, to: "association-secret.json")
      try folder.append(key.publicKey.file, to: "association-public.json")
      try folder.finish()
    } catch {
      throw Exit.with(error, in: vault.language)
    }
    Output.say(vault.words.drawn(to) + "\n")
  }
}

/// Begins to seal; run again, seals what is still readable.
struct VaultSetUp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Encrypt what is there and what will be. Chiffrer désormais, et ce qui est là.")

  @OptionGroup var vault: VaultOptions

  @Argument(help: "The public half of the association's key. Moitié publique de la clé.")
  var association: String?

  func run() throws {
    let archive = vault.places.archive
    let key = try laptopKey(archive)
    let failures: [FileFailure]
    do throws(FileFailure) {
      let (count, recoveries, unsealed) = try archive.sealAll(
        by: key, holder: Opening.hostName, at: Clock.now())
      Output.say(vault.words.sealed(count) + "\n")
      for recovery in recoveries {
        Exit.complain("barometre: \(recovery.sentence(in: vault.language))")
      }
      if !recoveries.isEmpty { Exit.complain("barometre: \(vault.words.readDamaged)") }
      failures = unsealed
    } catch {
      throw Exit.with(error, in: vault.language)
    }
    Exit.complain(of: failures, in: vault.language)
    if let failure = failures.first { throw ExitCode(failure.exitCode) }
  }

  /// The key of the vault there, unlocked, or of a new one.
  private func laptopKey(_ archive: Archive) throws -> LaptopKey {
    let unlocking = Unlocking(places: vault.places, language: vault.language)
    if try Unlocking.vault(of: archive, vault.language) != nil {
      guard let key = try unlocking.archiveToWrite().keys.laptop else {
        preconditionFailure("an archive to write is unlocked")
      }
      return key
    }
    guard let path = association else {
      throw Exit.with(Exit.usage, "barometre: \(vault.words.noAssociation)")
    }
    let bytes = try Unlocking.bytes(path, vault.language)
    let half: AssociationPublicKey
    do throws(VaultFault) {
      half = try AssociationPublicKey(reading: bytes)
    } catch {
      throw Exit.with(Exit.data, "barometre: \(error.sentence(of: path, in: vault.language))")
    }
    let passphrase = try vault.newPassphrase()
    return try vault.keeping(in: archive) { () throws(VaultFault) in
      try Vault.make(for: half, passphrase: passphrase)
    }
  }
}

/// Another passphrase: changed, or lost.
struct VaultPassphrase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase",
    abstract: "Change the passphrase; lost: with --key. Changer la phrase de passe.")

  @OptionGroup var vault: VaultOptions

  func run() throws {
    let archive = try Unlocking(places: vault.places, language: vault.language).archiveToWrite()
    guard let key = archive.keys.laptop else {
      throw Exit.with(Exit.usage, "barometre: \(vault.words.noVault)")
    }
    let passphrase = try vault.newPassphrase()
    _ = try vault.keeping(in: archive) { () throws(VaultFault) in
      (try Vault(key, passphrase), key)
    }
    Output.say(vault.words.changed + "\n")
  }
}

/// The vault of another laptop, taken over with its passphrase.
struct VaultAdopt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Take over an old laptop's key; then merge. Reprendre la clé d’un ancien ordinateur.")

  @OptionGroup var vault: VaultOptions

  @Argument(help: "The old laptop's folder of interviews. Dossier de l’ancien ordinateur.")
  var folder: String

  func run() throws {
    var there = vault.places
    there.asked.data = folder
    guard let old = try Unlocking.vault(of: there.archive, vault.language) else {
      throw Exit.with(Exit.data, "barometre: \(vault.words.noVaultThere(folder))")
    }
    let archive = vault.places.archive
    if let mine = try Unlocking.vault(of: archive, vault.language), mine.id != old.id {
      throw Exit.with(Exit.problems, "barometre: \(vault.words.ownVault)")
    }
    _ = try Unlocking(places: there, language: vault.language).archiveToWrite()
    do throws(FileFailure) {
      try archive.keep(old)
    } catch {
      throw Exit.with(error, in: vault.language)
    }
    Output.say(vault.words.adopted(folder) + "\n")
  }
}

/// Options of the commands on vaults, and what they have in common.
struct VaultOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions

  @Option(help: "fr, en.")
  var lang: Language?

  var language: Language { LaptopSettings().language(asked: lang) }
  var places: Places { Places(options: common) }
  var words: VaultWords { VaultWords(language: language) }

  /// Asks for a new passphrase, twice.
  ///
  /// - Throws: the status to leave with: too short, or not the same twice.
  func newPassphrase() throws -> String {
    guard let first = try Hidden.line(words.askNew), Passphrase.isLongEnough(first) else {
      throw Exit.with(Exit.usage, "barometre: \(words.tooShort)")
    }
    guard try Hidden.line(words.askAgain) == first else {
      throw Exit.with(Exit.usage, "barometre: \(words.notTheSame)")
    }
    return first
  }

  /// Makes a vault, keeps it, and gives its key.
  func keeping(
    in archive: Archive, _ make: () throws(VaultFault) -> (Vault, LaptopKey)
  ) throws -> LaptopKey {
    do {
      let (vault, key) = try make()
      try archive.keep(vault)
      return key
    } catch let fault as VaultFault {
      throw Exit.with(
        Exit.data, "barometre: \(fault.sentence(of: archive.vaultPath, in: language))")
    } catch let failure as FileFailure {
      throw Exit.with(failure, in: language)
    }
  }
}
