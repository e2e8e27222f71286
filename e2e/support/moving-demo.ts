import { startProduct, temporaryFolder, type Product } from './product.js';

const DAY = 86_400_000;

/** China's calendar day of an instant, as the console writes days. */
const dayOf = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);

/** A demo chain of a test's own, so that its clock can be put forward: the product starts anew on the same data, later. */
export class MovingDemo {
  private today = dayOf(Date.now());

  private constructor(
    private readonly folder: ReturnType<typeof temporaryFolder>,
    private product: Product,
  ) {}

  static async plant(): Promise<MovingDemo> {
    const folder = temporaryFolder();
    return new MovingDemo(folder, await startProduct({ HEADWATER_DATA_DIR: folder.dir }));
  }

  get dataDir(): string {
    return this.folder.dir;
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
    this.product = await startProduct({ HEADWATER_DATA_DIR: this.folder.dir, HEADWATER_NOW: `${day}T12:00:00+08:00` });
    this.today = day;
  }

  async remove(): Promise<void> {
    await this.product.stop();
    this.folder.remove();
  }
}
