/** Where the story stands on its page, so that a bet that has been locked can lead to it. */
export const STORY_ID = 'the-story';
