export const estateFolder: string;
export function makeDemoEstate(): Map<string, Buffer>;
export function differencesFrom(files: ReadonlyMap<string, Buffer>): string[];
