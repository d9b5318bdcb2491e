import { create } from 'zustand';

/** A question that must be answered before the work goes on. `title`, `text` and `yes` are words of the catalogues. */
export interface Question {
  title: string;
  text: string;
  yes: string;
  params?: Record<string, string | number>;
  /** What cannot be taken back looks like it. */
  kind?: 'danger';
  answer: (yes: boolean) => void;
}
export const useQuestion = create<{ question: Question | null }>(() => ({ question: null }));

/** Asks and waits. A newer question answers an older one with no. */
export function ask(words: Omit<Question, 'answer'>): Promise<boolean> {
  useQuestion.getState().question?.answer(false);
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      useQuestion.setState({ question: null });
      resolve(yes);
    };
    useQuestion.setState({ question: { ...words, answer } });
  });
}
