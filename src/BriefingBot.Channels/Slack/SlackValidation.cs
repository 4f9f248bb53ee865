using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Slack;

/// <summary>Refuses settings with which no workspace could be served, in lines that hold no secret.</summary>
internal sealed class SlackValidation : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        List<string> faults = [.. options.Faults()];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
