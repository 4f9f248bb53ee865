namespace BriefingBot.Retrieval;

/// <summary>What the list of a corpus shows of an article.</summary>
public sealed record ListedArticle(string Id, string Title, string? Outlet, DateOnly? Published, int Passages);
