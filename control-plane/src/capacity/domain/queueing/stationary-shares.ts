/**
 * Shares of time of the states of a Markov chain, by elimination from the last state on (Grassmann, Taksar and Heyman, 1985): no
 * subtraction, hence no loss of digits.
 * @param matrix probabilities row by row; overwritten
 */
export function stationaryShares(matrix: Float64Array, size: number): Float64Array {
  const at = (row: number, column: number): number => matrix[row * size + column] ?? 0;
  for (let last = size - 1; last > 0; last -= 1) {
    let leaving = 0;
    for (let column = 0; column < last; column += 1) leaving += at(last, column);
    for (let row = 0; row < last; row += 1) {
      const through = leaving > 0 ? at(row, last) / leaving : 0;
      if (through === 0) continue;
      matrix[row * size + last] = through;
      for (let column = 0; column < last; column += 1)
        matrix[row * size + column] = at(row, column) + through * at(last, column);
    }
  }
  const shares = new Float64Array(size);
  shares[0] = 1;
  let total = 1;
  for (let state = 1; state < size; state += 1) {
    let share = 0;
    for (let row = 0; row < state; row += 1) share += (shares[row] ?? 0) * at(row, state);
    shares[state] = share;
    total += share;
  }
  return shares.map((share) => share / total);
}
