import DonutLarge from '@mui/icons-material/DonutLargeOutlined';
import { pageOf, type PageFolder } from '../registry';
import { errors, messages } from './messages';

const needs = 'rollout.read';

export const rollouts: PageFolder = {
  key: 'rollouts',
  messages,
  errors,
  routes: [
    { path: '/rollouts', page: pageOf(() => import('./RolloutsPage'), 'RolloutsPage'), needs },
    { path: '/rollouts/:id', page: pageOf(() => import('./RolloutPage'), 'RolloutPage'), needs },
  ],
  menu: [{ group: 'rules', to: '/rollouts', label: 'rollouts.title', icon: DonutLarge, needs }],
};
