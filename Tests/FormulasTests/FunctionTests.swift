import Testing

@testable import Formulas

struct FunctionTests {
  @Test func `every function has a name of its own and a line of manual in both languages`() {
    #expect(Set(Function.all.map(\.name)).count == Function.all.count)
    for function in Function.all {
      #expect(Function.named(function.name)?.name == function.name)
      let (french, english) = (function.summary(in: .french), function.summary(in: .english))
      #expect(french != english && french.hasSuffix(".") && english.hasSuffix("."))
      #expect(function.signature.hasPrefix(function.name + "("))
      #expect(function.parameters.count >= min(function.arity.lowerBound, 1))
    }
    #expect(Function.named("frobnicate") == nil)
  }

  @Test(arguments: [
    ("substr", "substr(text, start, end?)"), ("concat", "concat(value, …)"),
    ("today", "today()"), ("round", "round(number, decimals?)"),
    ("coalesce", "coalesce(value, value, …)"), ("count", "count(value, …)"),
  ])
  func `a signature shows what may be left out`(name: String, signature: String) {
    #expect(Function.named(name)?.signature == signature)
  }
}
