import FoundationEssentials
import PseudoTerminals
import Testing

/// What is on the disk after a refusal (R02).
@Suite struct RefusalTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  @Test func `a refusal leaves its reason, a date and a mode, whatever was answered before`() throws
  {
    let shipped =
      #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
      + "/Questionnaires/barometre"
    let before = ["1", "1", "commune", "Ancerville", "55010", "215500109", "2800", "elu"]
    let refusal = [":p", "2", "2", "manque_temps", "", ":q"]
    let run = try laptop.run(
      ["fill", shipped, "--linear", "--lang", "fr", "--interviewer", "PC07"],
      input: (before + refusal).joined(separator: "\n") + "\n")
    #expect(run.ending == .exited(0) && run.complaints == "")
    #expect(run.output.contains("Merci. L’enquête s’arrête ici."))
    #expect(run.output.contains("Entretien terminé et enregistré."))
    let folder = "\(laptop.data)/interviews"
    let names = try #require(try? FileManager.default.subpathsOfDirectory(atPath: folder))
    var texts = ""
    for name in names {
      let bytes = try? Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
      texts += bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    #expect(texts.contains("manque_temps") && texts.contains("face_to_face"))
    for canary in [
      "Ancerville", "55010", "215500109", "2800", "commune", "elu", "nom_collectivite", "siren",
      "population", "statut_repondant",
    ] { #expect(!texts.contains(canary), "\(canary) is still there") }
  }
}
