import RuleOutlined from '@mui/icons-material/RuleOutlined';
import { pageOf, type PageFolder } from '../registry';
import { messages } from './messages';

const page = pageOf(() => import('./EffectivePage'), 'EffectivePage');

export const effective: PageFolder = {
  key: 'effective',
  messages,
  routes: [
    { path: '/effective', page, needs: 'rules.read' },
    { path: '/effective/:nodeId', page, needs: 'rules.read' },
  ],
  menu: [{ group: 'rules', to: '/effective', label: 'effective.title', icon: RuleOutlined, needs: 'rules.read' }],
};
