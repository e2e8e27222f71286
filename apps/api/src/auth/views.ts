import type { Role } from '@headwater/access';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Instant } from '../common/scalars.js';
import { OrgNodeView } from '../tree/org-node.view.js';

export const RoleEnum = {
  administrator: 'administrator',
  operator: 'operator',
  regionalManager: 'regionalManager',
  storeManager: 'storeManager',
  storeStaff: 'storeStaff',
  finance: 'finance',
  auditor: 'auditor',
} as const satisfies Record<Role, Role>;

export const LanguageEnum = { zh: 'zh', en: 'en' } as const;
export type Language = keyof typeof LanguageEnum;

registerEnumType(RoleEnum, { name: 'Role', description: 'O4: held at a unit, it reaches the subtree.' });
registerEnumType(LanguageEnum, { name: 'Language' });

@ObjectType('Grant', { description: 'A role at a unit.' })
export class GrantView {
  @Field(() => ID) id: string;
  @Field(() => RoleEnum) role: Role;
  @Field(() => OrgNodeView) node: OrgNodeView;
}

@ObjectType('Viewer')
export class ViewerView {
  @Field(() => ID) id: string;
  @Field() email: string;
  @Field() name: string;
  @Field(() => LanguageEnum, { nullable: true }) language: Language | null;
  @Field(() => [GrantView]) grants: GrantView[];
  @Field(() => [String], {
    description: 'Permission keys held anywhere, such as case.approve; a record says the rest by allowedActions.',
  })
  permissions: string[];
  @Field(() => OrgNodeView, { description: "The highest unit of the viewer's scope: where the console starts." })
  home: OrgNodeView;
}

@ObjectType('Session')
export class SessionView {
  @Field(() => ID) id: string;
  @Field(() => Instant) createdAt: number;
  @Field(() => Instant) lastSeenAt: number;
  @Field(() => String, { nullable: true }) userAgent: string | null;
  @Field(() => String, { nullable: true }) address: string | null;
  @Field() current: boolean;
}

@ObjectType('DemoAccount')
export class DemoAccountView {
  @Field() email: string;
  @Field() password: string;
  @Field() name: string;
  @Field(() => RoleEnum) role: Role;
  @Field() nodeName: string;
}

@ObjectType('Setup', { description: 'What the sign-in page has to know.' })
export class SetupView {
  @Field() version: string;
  @Field({ description: 'Whether this is the demo chain.' }) demo: boolean;
  @Field(() => [DemoAccountView]) demoAccounts: DemoAccountView[];
  @Field() needsAdministrator: boolean;
}
