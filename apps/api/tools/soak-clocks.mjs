// Ten years of clocks with as many cases as one likes: npm run soak:clocks -- --cases 100000 --seed 42
import { soak } from './soak.mjs';

await soak({
  spec: 'src/after-sales/clock-soak.spec.ts',
  amount: 'cases',
  variable: 'HEADWATER_SOAK_CASES',
  what: 'cases over ten years',
  otherwise: '100000',
});
