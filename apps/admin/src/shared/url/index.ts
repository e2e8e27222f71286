export { useSetUrlParams, useUrlFilters, useUrlParam } from './useUrlParam';
