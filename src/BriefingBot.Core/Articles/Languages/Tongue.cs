namespace BriefingBot.Articles;

/// <summary>The languages whose claims can be read: who says what, how firmly. Of all others the articles are quoted only.</summary>
internal enum Tongue
{
    English,
    Ukrainian,
    Russian,
    Korean,

    /// <summary>Any other.</summary>
    Other,
}

internal static class Tongues
{
    /// <summary>Of an article: as its provenance says, else by its letters; Latin ones of no known language are read as English.</summary>
    public static Tongue Of(Article article) =>
        (article.Provenance.Language ?? Language.OfLetters(article.Text)) switch
        {
            null or "en" => Tongue.English,
            "uk" => Tongue.Ukrainian,
            "ru" => Tongue.Russian,
            "ko" => Tongue.Korean,
            _ => Tongue.Other,
        };

    /// <summary>Of a question or another short text, by its letters: Latin ones are read as English.</summary>
    public static Tongue OfQuestion(string text) => Language.OfLetters(text) switch
    {
        "uk" => Tongue.Ukrainian,
        "ru" => Tongue.Russian,
        "ko" => Tongue.Korean,
        null => Tongue.English,
        _ => Tongue.Other,
    };

    /// <summary>ISO 639-1, for data files.</summary>
    public static string Code(Tongue tongue) => tongue switch
    {
        Tongue.English => "en",
        Tongue.Ukrainian => "uk",
        Tongue.Russian => "ru",
        Tongue.Korean => "ko",
        _ => throw new ArgumentOutOfRangeException(nameof(tongue)),
    };
}
