"""Attribution: whose claim each stretch of text is."""
