import Formulas
import Questions
import Testing

/// Lists kept in files: what a questionnaire may say of them.
@Suite struct FileListTests {
  static let towns = "code,nom,name,dep\n1,Ici,Here,55\n2,Là,There,55\n"

  static func form(_ list: String, _ item: String = "") -> String {
    """
    {"format": 1, "id": "x", "version": "1", "title": "T", "languages": ["fr", "en"],
     "choice_lists": {"lieux": \(list)},
     "items": [{"type": "select_one", "name": "lieu", "label": "?", "choices": "lieux"}\(item)]}
    """
  }

  static let list = #"{"file": "lieux.csv", "key": "code", "label": "nom"}"#

  static func problems(
    _ source: String, _ files: [String: String] = ["lieux.csv": towns]
  ) -> [String] {
    let told: [Problem]
    do throws(Problems) {
      told = try QuestionnaireFile.read(Array(source.utf8)) { name in
        files[name].map { Array($0.utf8) }
      }.warnings
    } catch {
      told = error.all
    }
    return told.map { String($0.line(of: "", in: .english).dropFirst()) }
  }

  @Test func `a list of a file is sound`() throws {
    #expect(Self.problems(Self.form(Self.list)) == [])
    let full = """
      {"file": "lieux.csv", "key": "code", "label": {"fr": "nom", "en": "name"},
       "search": ["nom", "code"], "show": ["dep", {"column": "code", "label": "INSEE"}],
       "weight": "code"}
      """
    #expect(Self.problems(Self.form(full)) == [])
    let read = try QuestionnaireFile.read(Array(Self.form(full).utf8)) { _ in
      Array(Self.towns.utf8)
    }.questionnaire
    let list = try #require(read.lists["lieux"])
    #expect(list["2"]?.label[0] == "Là" && list["2"]?.label[1] == "There" && list["3"] == nil)
    #expect(list.lookup(column: "dep", keyColumn: "nom", value: "Ici") == "55")
    #expect(list.names == nil && !list.isMissing)
  }

  @Test(arguments: [
    (
      list.replacing("code", with: "cod"),
      "2:57: error: ‘lieux.csv’ has no column ‘cod’. Did you mean ‘code’?"
    ),
    (
      #"{"file": "lieux.csv", "key": "code", "label": "nom", "show": ["dep", "region"]}"#,
      "2:97: error: ‘lieux.csv’ has no column ‘region’."
    ),
    (#"{"key": "code", "label": "nom"}"#, "2:28: error: The list ‘lieux’ needs ‘file’."),
    (
      #"{"file": "../x.csv", "key": "code", "label": "nom"}"#,
      "2:37: error: ‘../x.csv’: write the file’s name alone, without a folder. It is sought beside"
        + " the questionnaire, then in the data’s ‘lists’ folder."
    ),
    (
      #"{"file": "lieux.csv", "key": "code", "label": "nom", "weigth": "dep"}"#,
      "2:81: error: There is no key ‘weigth’. Did you mean ‘weight’?"
    ),
  ])
  func `what it says wrongly is told`(list: String, report: String) {
    #expect(Self.problems(Self.form(list)) == [report])
  }

  @Test(arguments: [
    ("", "‘lieux.csv’: the file is empty."),
    ("code,nom\n1,Ici,trop\n", "‘lieux.csv’: line 2 has 3 values instead of 2."),
    ("code,nom\n1,\"Ici\n", "‘lieux.csv’: line 2, a quote is never closed."),
    ("code,nom,code\n", "‘lieux.csv’: two columns are called ‘code’."),
  ])
  func `a file that cannot be read is told at the list`(file: String, sentence: String) {
    let found = Self.problems(Self.form(Self.list), ["lieux.csv": file])
    #expect(found == ["2:37: error: \(sentence)"])
  }

  @Test func `two rows of one key are told`() {
    let found = Self.problems(
      Self.form(Self.list), ["lieux.csv": "code,nom\n1,Ici\n2,Là\n1,Encore\n"])
    #expect(
      found == [
        "2:57: warning: ‘1’ is the key of two rows of ‘lieux.csv’ (rows 1 and 3 below the header):"
          + " the first counts."
      ])
  }

  @Test func `a file that is not there is said, its columns taken on trust`() {
    let item = """
      , {"type": "calculate", "name": "d", "calculation": "pulldata('lieux', 'x', 'y', ${lieu})"}
      """
    let told =
      "2:37: warning: The file ‘lieux.csv’ is not installed: it is sought beside the questionnaire,"
      + " then in the data’s ‘lists’ folder. Without it, the questions that use it are not asked."
    #expect(Self.problems(Self.form(Self.list, item), [:]) == [told])
    #expect(
      Self.problems(Self.form(Self.list, item)).map { $0.hasSuffix("no column ‘x’.") } == [
        true, false,
      ])
  }

  @Test func `a filter names the file's columns`() {
    let filtered = { (filter: String) in
      Self.form(
        Self.list,
        #", {"type": "select_one", "name": "b", "label": "?", "choices": "lieux", "#
          + #""choice_filter": "\#(filter)"}"#)
    }
    #expect(Self.problems(filtered("dep = '55'")) == [])
    #expect(Self.problems(filtered("depp = '55'")).count == 1)
    #expect(Self.problems(filtered("depp = '55'"), [:]).count == 1, "only that it is not there")
  }

  @Test(arguments: ["select_multiple", "rank", "grid"])
  func `a file's rows are one answer at a time`(type: String) {
    let rows = type == "grid" ? #", "rows": [{"name": "r", "label": "R"}]"# : ""
    let item = #", {"type": "\#(type)", "name": "b", "label": "?", "choices": "lieux"\#(rows)}"#
    let found = Self.problems(Self.form(Self.list, item))
    #expect(found.count == 1)
    #expect(
      found.allSatisfy {
        $0.hasSuffix("‘lieux’ comes from a file: it serves a select_one, not a \(type).")
      })
  }
}
