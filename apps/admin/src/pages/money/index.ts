import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import HealthAndSafetyOutlined from '@mui/icons-material/HealthAndSafetyOutlined';
import QueryStatsOutlined from '@mui/icons-material/QueryStatsOutlined';
import SavingsOutlined from '@mui/icons-material/SavingsOutlined';
import TableChartOutlined from '@mui/icons-material/TableChartOutlined';
import { pageOf, type PageFolder } from '../registry';
import { errors } from './errors';
import { messages } from './messages';

const statementPage = pageOf(() => import('./statements/StatementPage'), 'StatementPage');

export const money: PageFolder = {
  key: 'money',
  messages,
  errors,
  routes: [
    { path: '/money', page: pageOf(() => import('./MoneyPage'), 'MoneyPage'), needs: 'moneyHome.read' },
    { path: '/money/costs', page: pageOf(() => import('./CostsPage'), 'CostsPage'), needs: 'money.read' },
    { path: '/money/subsidy', page: pageOf(() => import('./SubsidyPage'), 'SubsidyPage'), needs: 'money.read' },
    { path: '/money/statements', page: statementPage, needs: 'money.read' },
    { path: '/money/statements/:nodeId/:period', page: statementPage, needs: 'money.read' },
    { path: '/money/budgets', page: pageOf(() => import('./budgets/BudgetsPage'), 'BudgetsPage'), needs: 'money.read' },
    { path: '/money/claims', page: pageOf(() => import('./claims/ClaimsPage'), 'ClaimsPage'), needs: 'money.read' },
    { path: '/money/close', page: pageOf(() => import('./close/MonthClosePage'), 'MonthClosePage'), needs: 'money.close' },
  ],
  menu: [
    { group: 'money', to: '/money', label: 'money.home.title', icon: AccountBalanceOutlined, needs: 'moneyHome.read' },
    { group: 'money', to: '/money/costs', label: 'money.costs.title', icon: TableChartOutlined, needs: 'money.read', goKey: 'm' },
    { group: 'money', to: '/money/subsidy', label: 'money.subsidy.title', icon: QueryStatsOutlined, needs: 'money.read' },
    { group: 'money', to: '/money/statements', label: 'money.statement.title', icon: DescriptionOutlined, needs: 'money.read' },
    { group: 'money', to: '/money/budgets', label: 'money.budgets.title', icon: SavingsOutlined, needs: 'money.read' },
    { group: 'money', to: '/money/claims', label: 'money.claims.title', icon: HealthAndSafetyOutlined, needs: 'money.read' },
    { group: 'money', to: '/money/close', label: 'money.close.title', icon: EventAvailableOutlined, needs: 'money.close' },
  ],
};
