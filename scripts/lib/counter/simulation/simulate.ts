export function printSimulation(print: (line: string) => void): void {
  print("");
}
