// swift-tools-version: 6.2
import PackageDescription

// Targets stand in the order an answer travels: one may depend only on those written above it.
let package = Package(
  name: "barometre",
  targets: [
    // What is true: pure values.
    .target(name: "Formulas"),
    .target(name: "Questions", dependencies: ["Formulas"]),
    .target(name: "Interviews", dependencies: ["Formulas", "Questions"]),
    .target(name: "Records", dependencies: ["Formulas", "Questions", "Interviews"]),

    // What is shown, and what keys mean.
    .target(name: "Console"),
    .target(name: "Screens", dependencies: ["Formulas", "Questions", "Interviews", "Console"]),

    // The world: the only rooms that touch a terminal or a disk.
    .target(name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "Terminal", dependencies: ["CTerminal", "Console"]),


    // Tests: one folder per target; a kit that runs programs in pseudo-terminals, and its probe.
    .target(name: "PseudoTerminals", path: "Tests/PseudoTerminals"),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Console", "Terminal"], path: "Tests/TerminalProbe"),
    .testTarget(name: "FormulasTests", dependencies: ["Formulas"]),
    .testTarget(name: "QuestionsTests", dependencies: ["Formulas", "Questions"]),
    .testTarget(name: "ConsoleTests", dependencies: ["Console"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["CTerminal", "Console", "Terminal", "PseudoTerminals", "TerminalProbe"]),
  ]
)

for target in package.targets where target.name != "CTerminal" {
  target.swiftSettings = [
    .treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
