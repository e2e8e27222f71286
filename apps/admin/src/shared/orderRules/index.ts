export { OrderRulesButton } from './OrderRulesButton';
export { OrderTrail } from './OrderTrail';
