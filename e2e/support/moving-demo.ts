import { startDemo, type Planted } from './planted.js';
import { startProduct, type Product } from './product.js';

const DAY = 86_400_000;

/** China's calendar day of an instant, as the console writes days. */
const dayOf = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);

/** A demo chain of a test's own, so that its clock can be put forward: the product starts anew on the same data, later. */
export class MovingDemo {
  private today = dayOf(Date.now());

  private product: Product;

  private constructor(private readonly planted: Planted) {
    this.product = planted.product;
  }

  static async plant(): Promise<MovingDemo> {
    return new MovingDemo(await startDemo());
  }

  get dataDir(): string {
    return this.planted.dir;
  }

  /** Another one after each move. */
  get url(): string {
    return this.product.url;
  }

  /** The calendar day so many days after the chain's today. */
  dayIn(days: number): string {
    return dayOf(Date.parse(this.today) + days * DAY);
  }

  /** It is noon of that day, in China; whoever was signed in has to do it again. */
  async moveTo(day: string): Promise<void> {
    await this.product.stop();
    this.product = await startProduct({ HEADWATER_DATA_DIR: this.planted.dir, HEADWATER_NOW: `${day}T12:00:00+08:00` });
    this.today = day;
  }

  async remove(): Promise<void> {
    await this.product.stop();
    this.planted.remove();
  }
}
