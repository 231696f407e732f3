// Knows which files a new workspace starts with, in each language. Every value that a person must supply starts with TODO.

import type { Language } from '../../core/rules/rule.ts';
import { englishStarter } from './english.ts';
import { japaneseStarter } from './japanese.ts';

export type StarterFile = { path: string; text: string };

const starters: Record<Language, readonly StarterFile[]> = { en: englishStarter, ja: japaneseStarter };

/** Paths are relative to the workspace's folder. */
export function starter(language: Language): readonly StarterFile[] {
  return starters[language];
}
