"""The English names of months, seasons and parts of day, as :mod:`chrono.calendar.human` writes and reads them."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
               "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = ("spring", "summer", "autumn", "winter")
PARTS = ("morning", "midday", "afternoon", "evening", "night", "daytime")
HALVES = ("first", "second")
