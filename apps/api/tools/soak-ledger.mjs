// Books of as many random postings as one likes: npm run soak:ledger -- --runs 100000 --seed 42
import { soak } from './soak.mjs';

await soak({
  spec: 'src/money/ledger-soak.spec.ts',
  amount: 'runs',
  variable: 'HEADWATER_SOAK_RUNS',
  what: 'postings over two years',
  otherwise: '100000',
});
