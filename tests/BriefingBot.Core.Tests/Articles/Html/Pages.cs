using BriefingBot.Articles;

namespace BriefingBot.Core.Tests.Articles.Html;

/// <summary>Small invented pages.</summary>
internal static class Pages
{
    public const string Lead = "The ferry to Orlen stayed in the harbour on Monday, the port master said, because the storm had bent its rudder.";
    public const string Second = "Passengers were taken to the mainland by bus, and nobody was hurt, according to the company that runs the line.";
    public const string Third = "A diver will look at the damage on Tuesday, the company said, and the next crossing is planned for Thursday morning.";

    public static string Story => $"<p>{Lead}</p><p>{Second}</p><p>{Third}</p>";

    public static string Paragraphs(params string[] paragraphs) => string.Join("\n\n", paragraphs);

    public static Article Read(string body, string head = "<title>Ferry to Orlen stays in the harbour</title>") =>
        HtmlReader.Read("ferry.html", $"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", "hash");
}
