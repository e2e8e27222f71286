import CallSplit from '@mui/icons-material/CallSplitOutlined';
import { pageOf, type PageFolder } from '../registry';
import { messages } from './messages';

const page = pageOf(() => import('./DriftPage'), 'DriftPage');

export const drift: PageFolder = {
  key: 'drift',
  messages,
  routes: [{ path: '/drift', page, needs: 'coverage.read' }],
  menu: [{ group: 'rules', to: '/drift', label: 'drift.title', icon: CallSplit, needs: 'coverage.read' }],
};
