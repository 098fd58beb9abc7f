using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Elsa.Workflows;
using Elsa.Workflows.Activities;

namespace CaseFlow.Elsa;

/// <summary>A workflow definition in the shape that Elsa's designer imports; read-only there, as the file is what counts.</summary>
internal static class DesignerJson
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Workflow workflow, IActivitySerializer activities) => new JsonObject
    {
        ["id"] = workflow.Identity.Id,
        ["definitionId"] = workflow.Identity.DefinitionId,
        ["name"] = workflow.WorkflowMetadata.Name,
        ["version"] = workflow.Identity.Version,
        ["isLatest"] = true,
        ["isPublished"] = false,
        ["isReadonly"] = true,
        ["variables"] = new JsonArray(),
        ["inputs"] = new JsonArray(),
        ["outputs"] = new JsonArray(),
        ["outcomes"] = new JsonArray(),
        ["customProperties"] = new JsonObject(),
        ["root"] = JsonNode.Parse(activities.Serialize(workflow.Root)),
    }.ToJsonString(Readable);
}
