/** Strips from west to east, about as high as a few lines are. */
export class Bands {
  readonly count: number;
  private readonly floor: number;
  private readonly height: number;
  constructor(south: Float64Array, north: Float64Array) {
    let low = Infinity, high = -Infinity, sum = 0;
    for (let i = 0; i < south.length; i++) {
      if (south[i] < low) low = south[i];
      if (north[i] > high) high = north[i];
      sum += north[i] - south[i];
    }
    this.floor = low;
    this.height = Math.max(2 * sum / south.length, (high - low) / 1000, 1);
    this.count = south.length > 0 ? Math.floor((high - low) / this.height) + 1 : 1;
  }
  of(y: number): number {
    return Math.max(0, Math.min(this.count - 1, Math.floor((y - this.floor) / this.height)));
  }
}
