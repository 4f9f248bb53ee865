using BriefingBot.Articles;

namespace BriefingBot.Postgres.Updates;

/// <summary>A title or a passage as it is stored.</summary>
/// <param name="Span">Null for a title.</param>
/// <param name="Terms">How many it has, each as often as it stands there.</param>
/// <param name="Lexemes">As PostgreSQL takes a tsvector.</param>
internal sealed record Slot(TextSpan? Span, int Terms, byte[] Lexemes);
