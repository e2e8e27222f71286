import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { UndeclaredHandler } from './auth.errors.js';
import { handlersOf } from './handlers.js';

/** The product does not start with a handler that does not say who may call it. */
@Injectable()
export class DeclaredHandlers implements OnModuleInit {
  constructor(@Inject(ModulesContainer) private readonly modules: ModulesContainer) {}

  onModuleInit(): void {
    const undeclared = handlersOf(this.modules).find(({ access }) => !access);
    if (undeclared) throw new UndeclaredHandler(undeclared.name);
  }
}
