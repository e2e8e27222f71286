import type { Permission } from '@headwater/access';
import { SetMetadata } from '@nestjs/common';

/** What a handler says about who may call it; the guard refuses one that says nothing. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'requires'; readonly permissions: readonly Permission[] };

export const ACCESS = 'headwater:access';

const declare = (access: Access): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, access);

/** Anyone may call this handler, signed in or not. */
export const Public = (): MethodDecorator & ClassDecorator => declare({ kind: 'public' });

/** Any person who is signed in, about himself. */
export const SignedIn = (): MethodDecorator & ClassDecorator => declare({ kind: 'signedIn' });

/**
 * One of these permissions has to be held somewhere, or belong to a buyer's link; the record itself is authorized after loading
 * (`authorize`) and lists are narrowed (`scopeSql`).
 */
export const Requires = (...permissions: readonly [Permission, ...Permission[]]): MethodDecorator & ClassDecorator =>
  declare({ kind: 'requires', permissions });
