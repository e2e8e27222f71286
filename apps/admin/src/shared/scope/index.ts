export { ScopedLink, useGo } from './ScopedLink';
export { useScope, useScopedPath } from './useScope';
export { useScopeName, useScopeNode, useScopeZone } from './useScopeNode';
