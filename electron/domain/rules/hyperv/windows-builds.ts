/** First builds of the releases that rules compare with. */
export const WINDOWS_SERVER_2008_R2 = 7600;
export const WINDOWS_SERVER_2012 = 9200;
export const WINDOWS_SERVER_2016 = 14393;
export const WINDOWS_SERVER_2019 = 17763;
