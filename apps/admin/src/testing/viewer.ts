import type { Viewer } from '../providers/session';

export const hq = { id: 'hq', name: '总部', type: 'headquarters' } as const;

/** Somebody who is signed in; `permissions` decide what he sees. */
export function viewer(change: Partial<Viewer> = {}): Viewer {
  return {
    id: 'p1',
    email: 'zhangmin@example.cn',
    name: '张敏',
    language: null,
    permissions: ['home.read', 'org.read', 'case.read', 'case.approve'],
    home: { ...hq, timeZone: 'Asia/Shanghai' },
    grants: [{ id: 'g1', role: 'operator', node: hq }],
    ...change,
  };
}
