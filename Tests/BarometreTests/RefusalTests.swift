import FoundationEssentials
import PseudoTerminals
import Scenarios
import Testing

/// What is on the disk after a refusal (R02).
@Suite struct RefusalTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  /// An authority's name, code and number, typed, or found in the list by its name.
  static let identities: [Bool: [String]] = [
    false: ["Ancerville", "55010", "215500109", "2800"], true: ["villessai", "1"],
  ]

  @Test(arguments: [false, true])
  func `a refusal leaves its reason, a date and a mode, whatever was answered before`(
    hasList: Bool
  ) throws {
    if hasList {
      try FileManager.default.createDirectory(
        atPath: "\(laptop.data)/lists", withIntermediateDirectories: true)
      try laptop.write(sampleList, to: "data/lists/collectivites.csv")
    }
    let before = ["1", "1", "commune"] + (Self.identities[hasList] ?? []) + [":n Zibeline", "elu"]
    let refusal = [":p", "2", "2", "manque_temps", "", ":q"]
    let run = try laptop.run(
      ["fill", OfficialListTests.shipped, "--linear", "--lang", "fr", "--interviewer", "PC07"],
      input: (before + refusal).joined(separator: "\n") + "\n")
    #expect(run.ending == .exited(0) && run.complaints == "")
    #expect(run.output.contains("Merci. L’enquête s’arrête ici."))
    #expect(run.output.contains("Entretien terminé et enregistré."))
    let texts = try everythingKept()
    #expect(texts.contains("manque_temps") && texts.contains("face_to_face"))
    for canary in [
      "Ancerville", "55010", "215500109", "2800", "Villessai", "90909", "200000081", "12500",
      "commune", "\"elu\"", "Zibeline", "nom_collectivite", "collectivite_ref", "siren",
      "population",
      "statut_repondant",
    ] { #expect(!texts.contains(canary), "\(canary) is still there") }
  }

  /// All that is on the laptop but the questionnaire's copy and the list, one file after another.
  private func everythingKept() throws -> String {
    let names = try FileManager.default.subpathsOfDirectory(atPath: laptop.folder)
    return names.filter { !$0.hasPrefix("data/questionnaires/") && !$0.hasPrefix("data/lists/") }
      .map { name in
        let bytes = try? Data(contentsOf: URL(filePath: "\(laptop.folder)/\(name)"))
        return "\(name)\n" + (bytes.map { String(decoding: $0, as: UTF8.self) } ?? "")
      }.joined()
  }
}
