import { basemapWords } from './basemap-words.ts';
import { analysisWords } from './analysis-words.ts';
import { coordinationWords } from './coordination-words.ts';
import { dossierWords } from './dossier-words.ts';
import { exportWords } from './export-words.ts';
import { editWords } from './edit-words.ts';
import { importWords } from './import-words.ts';
import { issueWords } from './issue-words.ts';
import { meetingWords } from './meeting-words.ts';
import { minutesWords } from './minutes-words.ts';
import { pictureWords } from './picture-words.ts';
import { portfolioWords } from './portfolio-words.ts';
import { testFitWords } from './test-fit-words.ts';
import { scenarioWords } from './scenario-words.ts';
import { sectionWords } from './section-words.ts';
import { shellWords } from './shell-words.ts';
import { sheetWords } from './sheet-words.ts';
import { storeWords } from './store-words.ts';
import { tableWords } from './table-words.ts';
import { undergroundWords } from './underground-words.ts';
import { volumeWords } from './volume-words.ts';


/** The interface's own words; the engine's codes have theirs in geo/messages. */
export const interfaceWords = { ...basemapWords, ...shellWords, ...sheetWords, ...analysisWords, ...coordinationWords, ...dossierWords, ...exportWords, ...editWords, ...importWords, ...issueWords, ...meetingWords, ...minutesWords, ...pictureWords, ...portfolioWords, ...scenarioWords, ...sectionWords, ...storeWords, ...tableWords, ...testFitWords, ...undergroundWords, ...volumeWords };
export type WordKey = keyof typeof interfaceWords;
