"""The US–Iraq relations dashboard: quotes, actors and events, each checkable against its source."""
