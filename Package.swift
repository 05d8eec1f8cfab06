// swift-tools-version: 6.2
import PackageDescription

// Random tests without end: `BAROMETRE_FUZZ=Formulas .ci/fuzz`. Nothing else builds with it set.
let fuzzed = Context.environment["BAROMETRE_FUZZ"]

// Targets stand in the order an answer travels: one may depend only on those written above it.
let package = Package(
  name: "barometre",
  products: [.executable(name: "barometre", targets: ["barometre"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // What is true: pure values.
    .target(name: "Formulas"),
    .target(name: "Questions", dependencies: ["Formulas"]),
    .target(name: "Interviews", dependencies: ["Formulas", "Questions"]),
    .target(name: "Records", dependencies: ["Formulas", "Questions", "Interviews"]),
    .target(name: "Exports", dependencies: ["Formulas", "Questions", "Interviews", "Records"]),

    // What is shown, and what keys mean.
    .target(name: "Console"),
    .target(
      name: "Reports",
      dependencies: ["Formulas", "Questions", "Interviews", "Records", "Exports", "Console"]),
    .target(
      name: "Screens",
      dependencies: ["Formulas", "Questions", "Interviews", "Exports", "Console", "Reports"]),

    // The world: the only rooms that touch a terminal or a disk.
    // ncursesw names what it needs of tinfo only where it is shared: a static program must ask.
    .target(
      name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Terminal", dependencies: ["CTerminal", "Console"]),
    .target(
      name: "Vaults",
      dependencies: [
        "Formulas", "Questions", "Records",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    .target(
      name: "Archives",
      dependencies: [
        "Formulas", "Questions", "Interviews", "Records", "Vaults",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // The only place where things happen.
    .executableTarget(
      name: "barometre",
      dependencies: [
        "Formulas", "Questions", "Interviews", "Records", "Exports", "Console", "Reports",
        "Screens", "Terminal", "Vaults", "Archives",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests: one folder per target; a kit that runs programs in pseudo-terminals, and its probe.
    .target(name: "PseudoTerminals", path: "Tests/PseudoTerminals"),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Console", "Terminal"], path: "Tests/TerminalProbe"),
    .target(
      name: "SampleInterviews", dependencies: ["Formulas", "Questions", "Interviews", "Records"],
      path: "Tests/SampleInterviews"),
    .target(name: "Torture", path: "Tests/Torture"),
    .target(
      name: "Scenarios", dependencies: ["Formulas", "Questions", "Interviews"],
      path: "Tests/Scenarios"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Formulas", "Questions", "Interviews", "Records", "Archives", "PseudoTerminals",
      ],
      path: "Tests/Benchmarks", exclude: ["report.py"]),
    .testTarget(name: "FormulasTests", dependencies: ["Formulas"], exclude: ["Tables"]),
    .testTarget(
      name: "QuestionsTests", dependencies: ["Formulas", "Questions", "Scenarios"],
      exclude: ["Tables"]),
    .testTarget(
      name: "InterviewsTests",
      dependencies: ["Formulas", "Questions", "Interviews", "Scenarios"], exclude: ["Tables"]),
    .testTarget(
      name: "RecordsTests",
      dependencies: ["Formulas", "Questions", "Interviews", "Records", "SampleInterviews"]),
    .testTarget(
      name: "ExportsTests",
      dependencies: [
        "Formulas", "Questions", "Interviews", "Records", "Exports", "SampleInterviews",
      ],
      exclude: ["Goldens"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Formulas", "Questions", "Interviews", "Records", "Exports", "Console", "Reports",
      ],
      exclude: ["Fixtures", "Goldens"]),
    .testTarget(name: "ConsoleTests", dependencies: ["Console"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["CTerminal", "Console", "Terminal", "PseudoTerminals", "TerminalProbe"],
      exclude: ["README.md"]),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Formulas", "Questions", "Interviews", "Records", "Exports", "Console", "Reports",
        "Screens", "Scenarios",
      ],
      exclude: ["Goldens"]),
    .testTarget(name: "VaultsTests", dependencies: ["Formulas", "Records", "Vaults"]),
    .testTarget(
      name: "ArchivesTests",
      dependencies: [
        "Formulas", "Questions", "Interviews", "Records", "Vaults", "Archives",
        "SampleInterviews", "Torture",
      ]),
    .testTarget(
      name: "BarometreTests",
      dependencies: [
        "Questions", "Interviews", "Vaults", "PseudoTerminals", "Scenarios", "Torture",
        "barometre",
      ],
      exclude: ["Goldens", "Questionnaires"]),
  ]
)

if let fuzzed {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Formulas", "Questions", "Interviews"],
      path: "Tests/Fuzz",
      exclude: ["Questionnaires", "Formulas", "Patterns"].filter { $0 != fuzzed },
      sources: ["Driver.swift", fuzzed],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}

for target in package.targets where target.name != "CTerminal" {
  target.swiftSettings = [
    .treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility"),
  ]
}

if fuzzed != nil {
  for target in package.targets where target.name != "CTerminal" {
    target.swiftSettings =
      (target.swiftSettings ?? []) + [
        .unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])
      ]
  }
}
