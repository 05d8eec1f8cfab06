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
    .target(name: "Console"),
    .target(
      name: "Screens", dependencies: ["Formulas", "Questions", "Interviews", "Console"]),
  ]
)

for target in package.targets where target.name != "CTerminal" {
  target.swiftSettings = [
    .treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
