namespace BriefingBot.Articles;

/// <summary>Where an article comes from. What is not written in it is null: never taken from the file system, never guessed.</summary>
/// <param name="Outlet">Who published it.</param>
/// <param name="Author">The byline, without "By" or "Author:".</param>
/// <param name="Url">http or https, as written.</param>
/// <param name="Published">The written day of publication; a date in the URL's path counts as written.</param>
/// <param name="Language">ISO 639-1, lower case.</param>
/// <param name="ContentHash">SHA-256 of everything the reader was given for this article, lower-case hexadecimal.</param>
/// <param name="Collection">What it says it belongs to, else the top folder of the corpus it lies in; null if it lies in none.</param>
public sealed record Provenance(
    string? Outlet, string? Author, string? Url, DateOnly? Published, string? Language, string ContentHash, string? Collection = null);
