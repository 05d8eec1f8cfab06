/// What a formula reads while it is evaluated.
package protocol Surroundings {
  /// This instance's value; blank where skipped, unanswered or special.
  func value(of symbol: Int) -> Value

  /// All instances below the one this formula is in, `depth` repeats deep, in order.
  ///
  /// Instances where the question is not asked are left out; one unanswered is blank. For a
  /// repeat's own symbol, one `.boolean(true)` per instance.
  func values(of symbol: Int, within depth: Int) -> [Value]

  /// The value in one instance of the repeats around the symbol; blank if there is none such.
  ///
  /// `positions`, each from 1, are those of the innermost repeats around it, outermost first; the
  /// repeats further out are this formula's own instances.
  func value(of symbol: Int, at positions: [Int]) -> Value

  /// The name of this instance's special answer; nil if it has none.
  func special(of symbol: Int) -> String?

  /// The label now shown of this instance's choice, several joined; nil where unanswered.
  func choiceLabel(of symbol: Int) -> String?

  /// The label now shown of one name in the symbol's list; nil if the list lacks it.
  func choiceLabel(_ name: String, of symbol: Int) -> String?

  /// The choice's attribute of that name, in a choice filter; `name` is the choice's name.
  func attribute(_ name: String) -> Value

  /// What the list holds in `column` where its `keyColumn` is `value`; nil if there is no such row.
  func lookup(list: String, column: String, keyColumn: String, value: String) -> String?

  /// What `.` reads, and what `once()` keeps.
  var candidate: Value { get }

  /// The instance's position among its repeat's, from 1; nil outside repeats.
  var position: Int? { get }

  /// The day the interview started.
  var today: CalendarDate { get }

  /// The moment the interview started.
  var now: DateTime { get }

  /// The language the interview is held in.
  var language: Language { get }

  /// A number from 0 up to, but not including, 1, always the same for a place.
  ///
  /// `place` counts the calls of `random()` in the formula, from 0.
  func random(_ place: Int) -> Number
}
