import Archives
import ArgumentParser
import Formulas
import Glibc
import Records
import Vaults

/// Opens what is sealed, once for a run: by `--key`, else by the passphrase.
struct Unlocking {
  let places: Places
  let language: Language

  /// The archive to read: a person at a terminal is asked for the passphrase; without it, and in a
  /// script without `--key`, what is sealed stays so.
  ///
  /// - Throws: the status to leave with, its sentence said.
  func archiveToRead() throws -> Archive {
    let isAsked = isatty(STDIN_FILENO) == 1
    return try archive { isAsked ? try unlocked($0, in: places.archive, mayPass: true) : nil }
  }

  /// The archive to write: where there is a vault, it is unlocked, by the first line of the input
  /// where that is no terminal.
  ///
  /// - Throws: the status to leave with, its sentence said.
  func archiveToWrite() throws -> Archive {
    let archive = try archive { try unlocked($0, in: places.archive, mayPass: false) }
    if archive.isVaulted, archive.keys.laptop == nil {
      throw Exit.with(Exit.data, "barometre: \(words.locked(Self.sealedCount(archive)))")
    }
    return archive
  }

  /// The archive to clear of what is overdue: a passphrase is asked for, the first line of the input
  /// where that is no terminal; without it, what is sealed stays so.
  ///
  /// - Throws: the status to leave with, its sentence said.
  func archiveToClear() throws -> Archive {
    try archive { try unlocked($0, in: places.archive, mayPass: true) }
  }

  /// - Parameter ask: gives a vault's key.
  private func archive(_ ask: (Vault) throws -> LaptopKey?) throws -> Archive {
    var archive = places.archive
    if let path = places.keyFile {
      let key = try associationKey(path)
      archive.keys = Keys(association: key)
      // A vault made for another association, or damaged, keeps no interview from being read.
      let vault = (try? archive.vaultFile()).flatMap { $0 }.flatMap { try? Vault(reading: $0) }
      archive.keys.laptop = vault.flatMap { laptopKey(of: $0, by: key, path) }
    } else if let vault = try Self.vault(of: archive, language) {
      archive.keys.laptop = try ask(vault)
    }
    return archive
  }

  /// The laptop's key, by the association's; nil, said where that is another association's.
  private func laptopKey(
    of vault: Vault, by key: AssociationKey, _ path: String
  ) -> LaptopKey? {
    do throws(VaultFault) {
      return try vault.unlock(by: key)
    } catch {
      if case .otherAssociation = error {
        Exit.complain("barometre: \(error.sentence(of: path, in: language))")
      }
      return nil
    }
  }

  /// The association's key in a file.
  func associationKey(_ path: String) throws -> AssociationKey {
    let bytes = try Self.bytes(path, language)
    do throws(VaultFault) {
      return try AssociationKey(reading: bytes)
    } catch {
      throw Exit.with(Exit.data, "barometre: \(error.sentence(of: path, in: language))")
    }
  }

  static func bytes(_ path: String, _ language: Language) throws -> [UInt8] {
    if let bytes = Places.bytes(of: path) { return bytes }
    throw Exit.with(FileFailure.refused(.read, path: path, .missing), in: language)
  }

  /// The vault of a folder of interviews; nil where it has none.
  static func vault(of archive: Archive, _ language: Language) throws -> Vault? {
    do {
      return try archive.vaultFile().map { try Vault(reading: $0) }
    } catch let failure as FileFailure {
      throw Exit.with(failure, in: language)
    } catch let fault as VaultFault {
      throw Exit.with(
        Exit.data, "barometre: \(fault.sentence(of: archive.vaultPath, in: language))")
    }
  }

  /// How often a passphrase may be typed before the program leaves.
  private static let tries = 3

  /// Asks for a vault's passphrase, until it opens.
  ///
  /// - Parameter mayPass: an empty line goes on without.
  func unlocked(_ vault: Vault, in archive: Archive, mayPass: Bool) throws -> LaptopKey? {
    for _ in 0..<(isatty(STDIN_FILENO) == 1 ? Self.tries : 1) {
      guard let typed = try Hidden.line(words.ask(mayPass: mayPass)), !typed.isEmpty else { break }
      do throws(VaultFault) {
        return try vault.unlock(typed)
      } catch {
        Exit.complain("barometre: \(error.sentence(of: archive.vaultPath, in: language))")
      }
    }
    if mayPass { return nil }
    throw Exit.with(Exit.data, "barometre: \(words.locked(Self.sealedCount(archive)))")
  }

  private static func sealedCount(_ archive: Archive) -> Int {
    (try? archive.sealedCounts().sealed) ?? 0
  }

  private var words: VaultWords { VaultWords(language: language) }
}

/// A line typed without being shown.
enum Hidden {
  /// Asks on standard error; nil at the end of the input.
  ///
  /// - Throws: the status to leave with, on Ctrl-C: the terminal is given back as it was.
  static func line(_ question: String) throws -> String? {
    defer { Output.complain("\n") }
    var shown = termios()
    guard tcgetattr(STDIN_FILENO, &shown) == 0 else {
      Output.complain(question)
      return readLine()
    }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO | ISIG)
    withUnsafeMutableBytes(of: &hidden.c_cc) { $0[Int(VEOL)] = interrupt }
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown) }
    Output.complain(question)
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = max(0, read(STDIN_FILENO, &bytes, bytes.count))
    if bytes.prefix(count).contains(interrupt) { throw ExitCode(128 + SIGINT) }
    guard count > 0 else { return nil }
    return String(decoding: bytes.prefix(count), as: UTF8.self).filter { !$0.isNewline }
  }

  /// Ctrl-C: ends the line here, instead of the program with the echo off.
  private static let interrupt: UInt8 = 3
}

extension Exit {
  /// Says what kept interviews from being read, each sentence once; how many are sealed.
  static func complain(of failures: [FileFailure], in language: Language) {
    var sealed = 0
    var told: Set<String> = []
    for failure in failures {
      if case .sealed = failure {
        sealed += 1
      } else {
        let sentence = failure.sentence(in: language)
        if told.insert(sentence).inserted { complain("barometre: \(sentence)") }
      }
    }
    if sealed > 0 {
      complain("barometre: \(VaultWords(language: language).leftSealed(sealed))")
    }
  }
}
