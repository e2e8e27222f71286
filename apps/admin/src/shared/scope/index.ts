export { ScopedLink, useGo } from './ScopedLink';
export { useScope, useScopedPath } from './useScope';
export { useScopeNode, useScopeZone } from './useScopeNode';
