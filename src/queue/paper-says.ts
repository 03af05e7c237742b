/** What the reader of papers says when it leaves out a picture of a page. */
export const LEFT_OUT = 'left out'
