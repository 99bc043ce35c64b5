"""Events in one article: who did what to whom, where and when, sentence by sentence."""
