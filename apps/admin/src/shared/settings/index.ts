export { DocumentLanguage } from './DocumentLanguage';
export { LanguageSwitch } from './LanguageSwitch';
export { ThemeSwitch } from './ThemeSwitch';
