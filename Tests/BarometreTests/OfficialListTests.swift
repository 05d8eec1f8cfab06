import FoundationEssentials
import PseudoTerminals
import Testing

/// The list of authorities an association makes of official files, as the manual says, and the
/// program with it.
@Suite struct OfficialListTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  static let shipped =
    #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
    + "/Questionnaires/barometre"

  /// INSEE's municipalities: a delegated one is none of today's.
  static let communes = """
    TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT
    COM,90901,27,90,90D,901,1,AIGREFEUILLE ESSAI,Aigrefeuille-d'Essai,Aigrefeuille-d'Essai,9001,
    COMD,90901,,,,,0,ANCIENNE,Ancienne,Ancienne,,90901
    COM,90902,27,90,90D,901,0,SAINTE COLOMBE,Sainte-Colombe,Sainte-Colombe,9001,
    COM,75056,11,75,75C,,0,PARIS,Paris,Paris,,
    COM,90903,27,90,90D,901,1,ILE D ESSAI,Île-d'Essai,L'Île-d'Essai,9001,

    """

  /// The DGCL's sheet, saved by a spreadsheet: a byte-order mark, semicolons, numbers cut and spaced.
  static let groupings =
    "\u{FEFF}"
      + """
      dept;siren;raison_sociale;nature_juridique;mode_financ;nb_membres;total_pop_tot;total_pop_mun;\
      dep_com;insee;siren_membre;nom_membre;ptot_2025;pmun_2025
      90;200000016;"CC d'Essai; la belle, et ""grande"" à voir";CC;FPU;2;4 000;3 900;90;90901;200000024;\
      Aigrefeuille;1 300;1 250
      90;200000016;"CC d'Essai; la belle, et ""grande"" à voir";CC;FPU;2;4 000;3 900;90;90902;200000032;\
      Sainte-Colombe;2 700;2 650
      75;200000040;Métropole d'Essai;METRO;FPU;1;9;9;75;75056;200000057;Paris;9;9

      """.replacing("\n", with: "\r\n")

  static let complement = """
    type_collectivite,code,siren,nom,code_departement,code_region,population_municipale,siren_epci
    commune,90903,200000065,L'Île-d'Essai,90,27,350,
    region,27,200000073,Région d'essai,,27,12,

    """

  static let list = """
    type_collectivite,code,siren,nom,code_departement,code_region,population_municipale,siren_epci
    commune,90901,200000024,Aigrefeuille-d'Essai,90,27,1250,200000016
    commune,90902,200000032,Sainte-Colombe,90,27,2650,200000016
    statut_particulier,75056,200000057,Paris,75,11,9,200000040
    communaute_communes,200000016,200000016,"CC d'Essai; la belle, et ""grande"" à voir",90,27,3900,
    metropole,200000040,200000040,Métropole d'Essai,75,11,9,
    commune,90903,200000065,L'Île-d'Essai,90,27,350,
    region,27,200000073,Région d'essai,,27,12,

    """

  /// Makes the list of the files named, as the manual's command does.
  private func make(_ files: String...) throws -> PipedProgram {
    for (name, text) in [
      ("communes.csv", Self.communes), ("epci.csv", Self.groupings), ("plus.csv", Self.complement),
    ] { try laptop.write(text, to: name) }
    return try PipedProgram(
      ["/usr/bin/awk", "-f", "\(Self.shipped)/collectivites.awk"]
        + files.map { "\(laptop.folder)/\($0)" }, environment: ["LC_ALL": "C.UTF-8"])
  }

  @Test func `official files and rows by hand make the list`() throws {
    let run = try make("communes.csv", "epci.csv", "plus.csv")
    #expect(run.output == Self.list)
    #expect(run.complaints == "" && run.ending == .exited(0))
  }

  @Test func `a municipality without a SIREN is named and left out`() throws {
    let run = try make("communes.csv", "epci.csv")
    #expect(run.complaints == "no SIREN for 90903 L'Île-d'Essai: left out\n")
    #expect(run.output.split(separator: "\n").count == 6)
  }

  @Test func `files in another order are refused`() throws {
    let run = try make("epci.csv", "communes.csv")
    #expect(run.ending == .exited(1))
    #expect(run.complaints.hasSuffix("epci.csv: INSEE's communes come first\n"))
  }

  @Test func `installed among the data, the list is searched, and its row kept`() throws {
    let folder = "\(laptop.data)/lists"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try laptop.write(Self.list, to: "data/lists/collectivites.csv")
    let check = try laptop.run(["check", Self.shipped])
    #expect(check.ending == .exited(0) && check.complaints == "")
    let terminal = try laptop.start(["fill", Self.shipped, "--lang", "fr"])
    try terminal.take(AgentInterview.opening.prefix(3))
    try terminal.waitFor(text: "5. De quelle collectivité")
    try terminal.press("ste col", shows: ["Sainte-Colombe", "90902"])
    try terminal.press(Keys.end + Keys.enter, shows: "9. Répondez-vous")
    let journal = try laptop.text(of: "journal.jsonl")
    #expect(journal.contains(#""value":"200000032""#) && journal.contains("Sainte-Colombe"))
  }

  @Test func `without the list, the name is asked, and the program says why`() throws {
    let terminal = try laptop.start(["fill", Self.shipped, "--lang", "fr"])
    try terminal.waitFor(text: "collectivites.csv")
    try terminal.take(AgentInterview.opening.prefix(4))
    try terminal.waitFor(text: "6. Quel est le code officiel")
  }
}
