export { useSetUrlParams, useUrlFilters, type UrlFilters, useUrlParam } from './useUrlParam';
