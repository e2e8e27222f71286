import type { PageFolder } from './registry';
import { acknowledgements } from './acknowledgements';
import { audit } from './audit';
import { bills } from './bills';
import { calendar } from './calendar';
import { cases } from './cases';
import { changes } from './changes';
import { closedDays } from './closedDays';
import { compare } from './compare';
import { coverage } from './coverageBoard';
import { drift } from './drift';
import { effective } from './effective';
import { exemptions } from './exemptions';
import { home } from './home';
import { invitation } from './invitation';
import { jobs } from './jobs';
import { me } from './me';
import { money } from './money';
import { notFound } from './notFound';
import { orders } from './orders';
import { org } from './org';
import { overruled } from './overruled';
import { people } from './people';
import { policies } from './policies';
import { rollouts } from './rollouts';
import { signIn } from './signIn';

/** Every page folder, a line each; within a group, the menu keeps this order. */
export const folders: readonly PageFolder[] = [
  home,
  coverage,
  jobs,
  drift,
  policies,
  changes,
  calendar,
  effective,
  compare,
  exemptions,
  acknowledgements,
  rollouts,
  cases,
  orders,
  overruled,
  closedDays,
  money,
  bills,
  org,
  people,
  audit,
  me,
  signIn,
  invitation,
  notFound,
];
