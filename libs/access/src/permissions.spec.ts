import { isPermission, partsOf, PERMISSIONS, VERBS } from './permissions.js';

describe('permissions', () => {
  it('are subject and verb, each once', () => {
    expect(new Set(PERMISSIONS).size).toBe(PERMISSIONS.length);
    for (const permission of PERMISSIONS) {
      const [subject, verb] = partsOf(permission);
      expect(VERBS[subject]).toContain(verb);
    }
  });

  it('are told from other text', () => {
    expect(isPermission('case.approve')).toBe(true);
    expect(isPermission('case.fly')).toBe(false);
    expect(isPermission('case')).toBe(false);
    expect(isPermission('__proto__')).toBe(false);
  });
});
